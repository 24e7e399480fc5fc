# 医疗费用手工（零星）报销
item-claim = 医疗费用报销
item-claim-submit = 提交报销申请

item-claim-kind-title = 这次是怎么看的病？
item-claim-kind-label = 怎么看的病
item-claim-kind-outpatient = 看门诊
item-claim-kind-inpatient = 住院
item-claim-kind-emergency = 急诊抢救
item-claim-kind-accident = 摔伤、撞伤等意外受伤

item-claim-other-party-title = 受伤和别人有没有关系？
item-claim-other-party-label = 和别人的关系
item-claim-other-party-hint = 比如被车撞了，被人打了，别人家的狗咬了。
item-claim-other-party-nobody = 没有，是自己受的伤
item-claim-other-party-nobody-hint = 签一份承诺书就行
item-claim-other-party-somebody = 有，是别人造成的
item-claim-other-party-somebody-hint = 要交警察、法院或者调解的书面材料
item-claim-stayed-title = 受伤后有没有住院？
item-claim-stayed-label = 有没有住院
item-claim-stayed-yes = 住院了
item-claim-stayed-no = 没有住院

item-claim-hospital-title = 在哪家医院看的病？
item-claim-hospital-label = 医院的名字
item-claim-hospital-hint = 照票据上的名字写
item-claim-came-title = 哪一天去看的病？
item-claim-came-label = 看病的日子
item-claim-came-hint = 住院的，填住进去的那一天。
item-claim-left-title = 哪一天出的院？
item-claim-left-label = 出院的日子
item-claim-reason-title = 当时为什么没有直接报销？
item-claim-reason-label = 没有直接报销的原因
item-claim-reason-not-connected = 那家医院不能直接报销
item-claim-reason-card-trouble = 卡或者医保码用不了
item-claim-reason-not-filed-yet = 还没有办异地备案
item-claim-reason-emergency = 急诊，来不及
item-claim-reason-other = 别的原因

item-claim-money-title = 一共花了多少钱？
item-claim-invoices-label = 票据有几张
item-claim-total-label = 票据上的钱加起来（元）
item-claim-total-hint = 比如 1234.50。算不清也没关系，县里会重新算。
item-claim-sum-label = 核定报销的金额（元）

item-claim-next = 钱会打到本人的社保卡银行账户。没有收到，就打下面的电话问。
item-claim-desk-do-approve = 同意报销，打开下一件
item-claim-desk-do-approve-stop = 同意报销，回到列表

commitment-nobody-else = 我承诺：我是自己受的伤，没有别人应当赔钱，填写的内容都是真的。如果不是真的，我退回报销的钱。

material-invoices = 医院的收费票据
material-invoices-counts = 每一张都拍，金额和章看得清。电子票据可以交 PDF。
material-invoices-counts-not = 刷卡小票，挂号单，转账截图。
material-expense-list = 费用清单
material-expense-list-counts = 医院打印的清单，每一页都拍，章看得清。
material-expense-list-counts-not = 自己列的账，缺页的。
material-discharge-record = 出院记录或者诊断证明
item-claim-discharge-record-who = 住院的
material-discharge-record-counts = 写着住院日子和病名，盖了医院的章。
material-discharge-record-counts-not = 病历封面，没有章的。
material-prescription = 处方或者门诊病历
material-prescription-who = 没有住院的
material-prescription-counts = 医生开的处方，或者当天的门诊病历。
material-prescription-counts-not = 药盒，药店小票。
material-emergency-record = 急诊抢救的记录
material-emergency-record-who = 急诊的
material-emergency-record-counts = 急诊病历、抢救记录或者病危通知，有一样就行。
material-emergency-record-counts-not = 挂号单，救护车收据。
material-accident-proof = 警察、法院或者调解的材料
material-accident-proof-who = 别人造成受伤的
material-accident-proof-counts = 写明谁的责任、赔了多少，盖了章。
material-accident-proof-counts-not = 自己写的经过，没有章的。
material-own-account = 本人社保卡的银行账户

guide-claim-what = 看病时没能当场报销，自己先垫了钱，就来这里报。
guide-claim-who = 自己垫付了医药费的参保人。
guide-claim-cost = 不收钱。
guide-claim-time = 各地不同。交得太晚可能报不了，看完病尽早来办。
guide-claim-step-1 = 把票据和清单找齐，不够的先问医院补。
guide-claim-step-2 = 一张一张拍照上传，提交申请。原件留好，以后寄来或者送来。
guide-claim-step-3 = 算好以后告诉您报多少，钱打到卡上。
guide-claim-result = 算好以后告诉您报多少，钱打到本人的社保卡。
search-claim = 医疗费用报销
search-claim-note = 自己垫了钱，来报销
