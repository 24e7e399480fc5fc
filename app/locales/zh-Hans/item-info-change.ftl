# 参保信息变更
item-info-change = 参保信息变更
item-info-change-submit = 提交变更申请

item-info-change-what-title = 要改什么？
item-info-change-what-label = 要改的内容
item-info-change-what-hint = 一次改一样。
item-info-change-what-name = 姓名
item-info-change-what-name-hint = 要交证明
item-info-change-what-id-number = 身份证号码、出生日期或者性别
item-info-change-what-id-number-hint = 要交证明
item-info-change-what-address = 住的地方
item-info-change-what-address-hint = 不用证明，马上改好
item-info-change-what-phone = 登记的手机号
item-info-change-what-phone-hint = 只能本人到窗口
item-info-change-what-bank = 银行账户
item-info-change-what-bank-hint = 只能本人到窗口
item-info-change-what-password = 密码
item-info-change-what-password-hint = 只能本人到窗口
item-info-change-in-person-title = 这一样只能本人到窗口改
item-info-change-in-person-why = 手机号、银行账户和密码关系到钱。要本人带身份证或者社保卡来，家里人和别人都不能替。走不动，打下面的电话请人上门。

item-info-change-new-name-title = 改成什么姓名？
item-info-change-new-name-label = 新的姓名
item-info-change-new-name-hint = 照新身份证上的字写
item-info-change-new-number-title = 新的身份证号码是多少？
item-info-change-new-number-label = 新的身份证号码
item-info-change-new-number-hint = 18 位。出生日期和性别跟着号码一起改。
item-info-change-new-address-title = 现在住在哪里？
item-info-change-new-address-label = 新的地址
item-info-change-new-address-hint = 写到门牌号，或者村和组

item-info-change-next = 已经改好。下次办事，看到的就是新的内容。

material-new-id-card = 新的身份证
material-new-id-card-who = 改姓名、身份证号码的
material-new-id-card-counts = 正反两面都拍，字看得清。
material-new-id-card-counts-not = 旧身份证，复印后看不清的。
material-change-proof = 写着改动的户口簿，或者派出所的证明
material-change-proof-who = 改姓名、身份证号码的
material-change-proof-counts = 看得到旧的和新的，盖了章。
material-change-proof-counts-not = 没有章的，只写了新姓名的。

guide-info-change-what = 姓名、身份证号码、住的地方变了，在这里改。
guide-info-change-who = 参加了医保的人。家里人同意后可以替您改姓名、号码和地址。
guide-info-change-cost = 不收钱。
guide-info-change-time = 改地址马上好。改姓名、号码，要三级核对。手机号、银行账户、密码只能本人到窗口。
guide-info-change-step-1 = 选要改什么。
guide-info-change-step-2 = 写新的内容。改姓名、号码的，拍照交证明。
guide-info-change-step-3 = 检查一遍，提交申请。
guide-info-change-step-4 = 改好以后告诉您。
guide-info-change-result = 医保里的信息换成新的。
search-info-change = 参保信息变更
search-info-change-note = 改姓名、号码、住址
