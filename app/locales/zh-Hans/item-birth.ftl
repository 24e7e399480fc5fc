# 出生一件事
item-birth = 出生一件事
item-birth-submit = 一起提交

item-birth-maternity-title = 妈妈的单位交了生育保险吗？
item-birth-maternity-label = 生育保险
item-birth-maternity-hint = 不知道，问单位，或者打下面的电话。
item-birth-maternity-yes = 交了
item-birth-maternity-no = 没有
item-birth-paid-title = 生孩子的钱自己先垫了吗？
item-birth-paid-label = 先垫了钱
item-birth-paid-yes = 垫了，要报销
item-birth-paid-no = 没有，出院时已经报了

item-birth-maternity-record-who = 交了生育保险的
item-birth-invoices-who = 先垫了钱的

guide-birth-what = 孩子出生了，参保、生育津贴、生育报销，填一次，一起办。
guide-birth-who = 孩子的父亲或者母亲，在这里参保的。
guide-birth-cost = 不收钱。孩子的医保费另外交。
guide-birth-time = 每一样分开办，先办好的先告诉您。
guide-birth-step-1 = 写孩子的姓名、身份证号码和出生的日子。
guide-birth-step-2 = 交了生育保险的，再写医院和花的钱。
guide-birth-step-3 = 材料拍照，每样只交一次。
guide-birth-step-4 = 一起提交，得到几个编号，分开告诉您结果。
guide-birth-result = 孩子参了保，津贴和报销打到本人的社保卡。
search-birth = 出生一件事
search-birth-note = 参保、津贴、报销一起办
