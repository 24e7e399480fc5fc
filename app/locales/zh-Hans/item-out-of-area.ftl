# 异地就医备案（医保发〔2022〕22号分六类）
item-out-of-area = 异地就医备案
item-out-of-area-submit = 提交备案申请

item-out-of-area-kind-title = 您是哪一种情况？
item-out-of-area-kind-label = 情况
item-out-of-area-kind-hint = 不知道选哪个，打下面的电话问，或者到村服务点问。
item-out-of-area-kind-settled-retiree = 退休后搬到外地，户口也迁过去了
item-out-of-area-kind-settled-retiree-hint = 叫「异地安置退休人员」
item-out-of-area-kind-long-term-resident = 长期住在外地
item-out-of-area-kind-long-term-resident-hint = 比如跟儿女住。叫「异地长期居住人员」
item-out-of-area-kind-posted-worker = 单位派到外地工作
item-out-of-area-kind-posted-worker-hint = 叫「常驻异地工作人员」
item-out-of-area-kind-transfer = 医院让转到外地看病
item-out-of-area-kind-transfer-hint = 叫「异地转诊人员」，要有医院的转诊证明
item-out-of-area-kind-emergency = 在外地突然生病，急诊抢救
item-out-of-area-kind-emergency-hint = 不用材料，马上生效
item-out-of-area-kind-temporary = 临时去外地看病，没有转诊
item-out-of-area-kind-temporary-hint = 叫「其他临时外出就医」，签承诺书就行

item-out-of-area-place-title = 去哪里看病？
item-out-of-area-city-title = 去哪个城市看病？
item-out-of-area-province-label = 省、自治区或者直辖市
item-out-of-area-province-hint = 备案到一个地方就行，不用选医院
item-out-of-area-city-label = 城市
item-out-of-area-city-hint = 选到市或者州就行，不用到县

item-out-of-area-start-title = 从哪一天开始？
item-out-of-area-start-label = 开始的日子
item-out-of-area-start-hint = 最多可以提前 12 个月。今天去，就填今天。

item-out-of-area-end-title = 大概到哪一天？
item-out-of-area-end-label = 结束的日子
item-out-of-area-end-hint = 不知道就选「不清楚」，备案的时间不会因此变短。

item-out-of-area-route-title = 用哪种方式证明？
item-out-of-area-route-label = 证明方式
item-out-of-area-route-commitment = 签承诺书
item-out-of-area-route-commitment-hint = 不用材料，马上生效。一般要过一段时间才能改。
item-out-of-area-route-proof = 交证明材料
item-out-of-area-route-proof-hint = 三级审核。以后要改，随时能改。

material-household-first-page = 户口簿首页
material-household-first-page-counts = 看病地方的户口簿，第一页，字看得清。
material-household-first-page-counts-not = 老家的户口簿，复印后看不清的，只拍了一半的。
material-household-own-page = 户口簿上本人那一页
material-household-own-page-counts = 写着您姓名的那一页，章看得清。
material-household-own-page-counts-not = 别人的那一页，被手挡住的。
material-residence-proof = 居住证，或者社区开的居住证明
material-residence-proof-counts = 在有效期里的居住证正反面，或者盖了章的居住证明。
material-residence-proof-counts-not = 过期的居住证，没有盖章的证明，租房聊天记录。
material-posting-proof = 派出证明、外地单位证明或者劳动合同
material-posting-proof-counts = 三样有一样就行，要盖单位的章。
material-posting-proof-counts-not = 没有盖章的，名片，工作证。
material-transfer-letter = 医院开的转诊证明
material-transfer-letter-counts = 有转诊资格的医院开的，写明去哪里，盖了章。
material-transfer-letter-counts-not = 普通病历，挂号单，医生口头说的。

item-out-of-area-next = 可以在外地直接结算。看病时带身份证、社保卡或者医保码。
item-out-of-area-receipt-title-in-force = 备案已经生效
item-out-of-area-case-undo = 取消这次备案
item-out-of-area-undo-title = 取消这次备案？
item-out-of-area-undo-what = 取消以后，这次备案马上失效。它换掉的旧备案，会自动恢复。没有备案，在外地看病不能直接结算，要先自己付钱。
item-out-of-area-undo-keep = 不取消，保留备案
item-out-of-area-undo-do = 取消这次备案
item-out-of-area-state-revoked-what = 这次备案已经失效，不能再用它直接结算。
item-out-of-area-case-change = 改地方，或者改开始的日子
item-out-of-area-case-cancel = 不去外地了，取消备案
item-out-of-area-cancel-title = 不去外地了，取消备案？
item-out-of-area-cancel-what = 取消以后，备案从今天起失效。在外地看病不能直接结算，要先自己付钱。以后可以重新备案。
item-out-of-area-cancel-keep = 不取消，保留备案
item-out-of-area-cancel-do = 取消备案
item-out-of-area-event-cancel = 取消了备案
item-out-of-area-event-replace = 新的备案生效，这次备案不再用
item-out-of-area-event-reinstate = 新的备案取消了，这次备案接着用
item-out-of-area-event-undo = 取消了备案
item-out-of-area-event-revoke = 核实不符，取消了备案
item-out-of-area-desk-way-revoke = 核实不符，取消备案
item-out-of-area-desk-do-approve = 同意备案，打开下一件
item-out-of-area-desk-do-approve-stop = 同意备案，回到列表
item-out-of-area-desk-do-revoke = 取消备案，打开下一件
item-out-of-area-desk-do-revoke-stop = 取消备案，回到列表

material-household-first-page-who = 户口迁到外地的
material-household-own-page-who = 户口迁到外地的
material-residence-proof-who = 长期住在外地的
material-posting-proof-who = 单位派到外地的
material-transfer-letter-who = 转院的

guide-out-of-area-what = 要到外地看病或者长住，先登记一下。登记以后，在外地医院就能直接报销。
guide-out-of-area-who = 参加了医保，要在外地长住、工作、转院或者临时看病的人。
guide-out-of-area-cost = 不收钱。
guide-out-of-area-time = 签承诺书的，交上去就生效。交证明的，要村、乡镇、县三级看过。
guide-out-of-area-step-1 = 告诉我们去哪里、为什么去、从哪天开始。
guide-out-of-area-step-2 = 拍照交材料，或者签承诺书。
guide-out-of-area-step-3 = 检查一遍，提交申请。提交后 10 分钟内可以修改。
guide-out-of-area-step-4 = 结果会告诉您。带上社保卡，到外地医院看病。
guide-out-of-area-result = 在外地的医院可以直接报销，不用先垫钱再回来报。
search-out-of-area = 异地就医备案
search-out-of-area-note = 去外地看病，先登记
