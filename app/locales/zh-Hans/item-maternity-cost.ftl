# 产前检查与生育医疗费
item-maternity-cost = 产前检查和生育医疗费
item-maternity-cost-submit = 提交生育费用申请

item-maternity-cost-kind-title = 花的是哪一种钱？
item-maternity-cost-kind-label = 哪一种费用
item-maternity-cost-kind-checks = 怀孕时的检查费
item-maternity-cost-kind-birth = 生孩子的医疗费
item-maternity-cost-kind-planning = 计划生育手术的费用
item-maternity-cost-hospital-title = 在哪家医院？
item-maternity-cost-hospital-label = 医院的名字
item-maternity-cost-hospital-hint = 照票据上的名字写
item-maternity-cost-came-title = 哪一天去的医院？
item-maternity-cost-came-label = 去医院的日子
item-maternity-cost-came-hint = 去过几次的，填第一次。
item-maternity-cost-left-title = 哪一天出的院？
item-maternity-cost-left-label = 出院的日子
item-maternity-cost-money-title = 一共花了多少钱？
item-maternity-cost-invoices-label = 票据有几张
item-maternity-cost-total-label = 票据上的钱加起来（元）
item-maternity-cost-total-hint = 比如 1234.50。算不清也没关系，县里会重新算。
item-maternity-cost-sum-label = 核定报销的金额（元）

item-maternity-cost-next = 钱会打到本人的社保卡银行账户。没有收到，就打下面的电话问。
item-maternity-cost-desk-do-approve = 同意报销，打开下一件
item-maternity-cost-desk-do-approve-stop = 同意报销，回到列表

material-maternity-record = 医院的诊断证明或者出院记录
material-maternity-record-counts = 写着日子和检查、生育的情况，盖了医院的章。
material-maternity-record-counts-not = 挂号单，没有章的。

material-maternity-list = 住院或者手术的费用清单
material-maternity-list-who = 生孩子、做手术的
material-maternity-list-counts = 医院打印的清单，每一页都拍，章看得清。
material-maternity-list-counts-not = 自己列的账，缺页的。

guide-maternity-cost-what = 怀孕检查、生孩子自己先垫了钱，来这里报。
guide-maternity-cost-who = 参加了生育保险的职工。参加居民医保的，打下面的电话问怎么报。
guide-maternity-cost-cost = 不收钱。
guide-maternity-cost-time = 各地不同，出院以后尽早来办。
guide-maternity-cost-step-1 = 把票据、清单和医院的证明找齐。
guide-maternity-cost-step-2 = 一张一张拍照上传，提交申请。原件留好。
guide-maternity-cost-step-3 = 算好以后告诉您报多少，钱打到卡上。
guide-maternity-cost-result = 算好以后告诉您报多少，钱打到本人的社保卡。

search-maternity-cost = 生育医疗费
search-maternity-cost-note = 产前检查、生孩子的钱
