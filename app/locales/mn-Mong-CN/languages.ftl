# Drafts by a machine; a translator must sign them.
languages-title = ᠦᠰᠦᠭ ᠰᠣᠩᠭᠤᠬᠤ
languages-lede = ᠤᠩᠰᠢᠵᠤ ᠴᠢᠳᠠᠬᠤ ᠦᠰᠦᠭ ᠢᠶᠡᠨ ᠳᠠᠷᠤᠭᠠᠷᠠᠢ᠃
languages-now = ᠣᠳᠣ ᠬᠡᠷᠡᠭᠯᠡᠵᠦ ᠪᠠᠢᠨ᠎ᠠ
languages-draft = ᠡᠨᠡ ᠦᠰᠦᠭ ᠪᠣᠯ ᠮᠠᠰᠢᠨ ᠤ ᠣᠷᠴᠢᠭᠤᠯᠭ᠎ᠠ ᠶᠢᠨ ᠨᠣᠣᠷᠠᠭ᠃ ᠥᠭᠦᠯᠡᠪᠦᠷᠢ ᠪᠦᠷᠢ ᠶᠢᠨ ᠬᠠᠵᠠᠭᠤ ᠳᠤ ᠬᠢᠲᠠᠳ ᠦᠰᠦᠭ ᠪᠠᠢᠨ᠎ᠠ᠃
languages-law = ᠬᠣᠶᠠᠷ ᠦᠰᠦᠭ ᠠᠳᠠᠯᠢ ᠪᠤᠰᠤ ᠪᠣᠯ ᠬᠢᠲᠠᠳ ᠦᠰᠦᠭ ᠢ ᠪᠠᠷᠢᠮᠲᠠᠯᠠᠨ᠎ᠠ᠃
