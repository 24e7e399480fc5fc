# 医疗救助对象手工（零星）报销
item-aid-claim = 医疗救助报销
item-aid-claim-submit = 提交救助申请

item-aid-claim-aid-title = 您家是哪一种困难家庭？
item-aid-claim-aid-label = 困难家庭
item-aid-claim-aid-hint = 已经认定的不用交证明，我们自己查。
item-aid-claim-aid-extreme-poverty = 特困人员
item-aid-claim-aid-least-income = 低保家庭
item-aid-claim-aid-near-least-income = 低保边缘家庭
item-aid-claim-aid-poor-again = 返贫致贫人口
item-aid-claim-aid-watched = 防返贫监测对象
item-aid-claim-aid-ill-and-poor = 因为看病变得困难，已经认定
item-aid-claim-aid-not-yet = 看病花了很多钱，还没有认定
item-aid-claim-aid-not-yet-hint = 要交一份同意查家庭收入的授权书

item-aid-claim-kind-title = 这次是怎么看的病？
item-aid-claim-kind-label = 怎么看的病
item-aid-claim-kind-inpatient = 住院
item-aid-claim-kind-outpatient = 看门诊，或者在药店买药
item-aid-claim-hospital-title = 在哪家医院或者药店？
item-aid-claim-hospital-label = 医院或者药店的名字
item-aid-claim-hospital-hint = 照票据上的名字写
item-aid-claim-came-title = 哪一天去的？
item-aid-claim-came-label = 看病的日子
item-aid-claim-came-hint = 住院的，填住进去的那一天。
item-aid-claim-left-title = 哪一天出的院？
item-aid-claim-left-label = 出院的日子
item-aid-claim-total-title = 报销以后，自己还付了多少钱？
item-aid-claim-total-label = 自己付的钱（元）
item-aid-claim-total-hint = 比如 1234.50。算不清也没关系，县里会重新算。
item-aid-claim-sum-label = 核定救助的金额（元）

item-aid-claim-next = 钱会打到本人的社保卡银行账户。没有收到，就打下面的电话问。
item-aid-claim-desk-do-approve = 同意救助，打开下一件
item-aid-claim-desk-do-approve-stop = 同意救助，回到列表

material-settlement-sheet = 医保和大病保险的结算单
material-settlement-sheet-counts = 医院打印的结算单，金额和章看得清。
material-settlement-sheet-counts-not = 缴费小票，转账截图。
material-pharmacy-papers = 处方，或者药店的发票
material-pharmacy-papers-who = 看门诊、买药的
material-pharmacy-papers-counts = 医生开的处方，或者写着药名的发票。
material-pharmacy-papers-counts-not = 药盒，没有药名的小票。
material-aid-certificate = 困难家庭的认定
material-aid-certificate-who = 已经认定的
material-means-check = 同意查家庭收入的授权书，签了字
material-means-check-who = 还没有认定的
material-means-check-counts = 全家大人都签了字或者按了手印。表在村服务点拿。
material-means-check-counts-not = 没有签字的，只签了一个人的。

guide-aid-claim-what = 困难家庭看病，医保报销以后自己还付了很多，再帮一部分。
guide-aid-claim-who = 特困、低保、低保边缘等困难家庭，和因为看病变得困难的家庭。
guide-aid-claim-cost = 不收钱。
guide-aid-claim-time = 各地不同，看完病尽早来办。
guide-aid-claim-step-1 = 先把医保和大病保险报完，拿到结算单。
guide-aid-claim-step-2 = 拍照上传，提交申请。原件留好，以后寄来或者送来。
guide-aid-claim-step-3 = 村、乡镇、县三级看过，算好帮多少。
guide-aid-claim-result = 告诉您帮多少，钱打到本人的社保卡。
search-aid-claim = 医疗救助报销
search-aid-claim-note = 困难家庭，再帮一部分
