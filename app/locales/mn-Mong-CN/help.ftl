# Drafts by a machine; a translator must sign them.
help-title = ᠶᠠᠭᠠᠬᠢᠵᠤ ᠬᠡᠷᠡᠭᠯᠡᠬᠦ᠂ ᠬᠡᠨ ᠢ ᠡᠷᠢᠬᠦ
help-lede = ᠬᠠᠭᠤᠳᠠᠰᠤ ᠪᠦᠷᠢ ᠶᠢᠨ ᠡᠴᠦᠰ ᠲᠦ ᠤᠲᠠᠰᠤ ᠬᠠᠶᠢᠭ ᠪᠠᠢᠨ᠎ᠠ᠃
help-phone-title = ᠤᠲᠠᠰᠤ ᠶᠠᠷᠢᠬᠤ
help-phone = ᠬᠢᠬᠦ ᠬᠡᠷᠡᠭ ᠢᠶᠡᠨ ᠬᠡᠯᠡᠪᠡᠯ ᠪᠣᠯᠣᠨ᠎ᠠ᠃
help-counter-title = ᠴᠣᠩᠬᠣ ᠳᠤ ᠣᠴᠢᠬᠤ
help-counter = ᠴᠣᠩᠬᠣ ᠳᠤ ᠪᠠᠰᠠ ᠭᠦᠢᠴᠡᠳᠭᠡᠵᠦ ᠪᠣᠯᠣᠨ᠎ᠠ᠃
