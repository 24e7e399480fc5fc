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

item-out-of-area-contact-title = 有事找谁？
item-out-of-area-contact-name-label = 联系人姓名
item-out-of-area-contact-phone-label = 联系人手机
item-out-of-area-contact-phone-hint = 只在办这件事时用

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

province-11 = 北京市
province-12 = 天津市
province-13 = 河北省
province-14 = 山西省
province-15 = 内蒙古自治区
province-21 = 辽宁省
province-22 = 吉林省
province-23 = 黑龙江省
province-31 = 上海市
province-32 = 江苏省
province-33 = 浙江省
province-34 = 安徽省
province-35 = 福建省
province-36 = 江西省
province-37 = 山东省
province-41 = 河南省
province-42 = 湖北省
province-43 = 湖南省
province-44 = 广东省
province-45 = 广西壮族自治区
province-46 = 海南省
province-50 = 重庆市
province-51 = 四川省
province-52 = 贵州省
province-53 = 云南省
province-54 = 西藏自治区
province-61 = 陕西省
province-62 = 甘肃省
province-63 = 青海省
province-64 = 宁夏回族自治区
province-65 = 新疆维吾尔自治区
