# Drafts by a machine; a translator must sign them.
languages-title = يېزىق تاللاش
languages-lede = ئوقۇيالايدىغان يېزىقىڭىزنى بېسىڭ، بەت دەرھال ئالمىشىدۇ.
languages-now = ھازىر ئىشلىتىلىۋاتىدۇ
languages-draft = بۇ يېزىق ماشىنا تەرجىمىسىنىڭ دەسلەپكى نۇسخىسى، تەرجىمان تېخى تەكشۈرمىدى. ھەر جۈملىنىڭ يېنىدا خەنزۇچىسى بار.
languages-law = ئىككى يېزىق ئوخشاش بولمىسا، خەنزۇچىسى ئاساس قىلىنىدۇ.
