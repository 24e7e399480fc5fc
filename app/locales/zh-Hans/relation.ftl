# 「对方是我的……」
relation-parent = 父母
relation-spouse = 配偶
relation-child = 子女
relation-sibling = 兄弟姐妹
relation-grandparent = 祖父母或外祖父母
relation-grandchild = 孙子女或外孙子女
relation-other-relative = 其他亲属
relation-friend = 朋友或邻居

# The same for one person, by the sex that her identity number says
relation-parent-woman = 母亲
relation-parent-man = 父亲
relation-spouse-woman = 妻子
relation-spouse-man = 丈夫
relation-child-woman = 女儿
relation-child-man = 儿子
relation-sibling-woman = 姐妹
relation-sibling-man = 兄弟
relation-grandparent-woman = 祖母或外祖母
relation-grandparent-man = 祖父或外祖父
relation-grandchild-woman = 孙女或外孙女
relation-grandchild-man = 孙子或外孙
relation-other-relative-woman = 亲属
relation-other-relative-man = 亲属
relation-friend-woman = 朋友或邻居
relation-friend-man = 朋友或邻居
