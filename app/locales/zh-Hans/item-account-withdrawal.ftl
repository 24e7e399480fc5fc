# 个人账户一次性支取
item-account-withdrawal = 个人账户取钱
item-account-withdrawal-submit = 提交取钱的申请

item-account-withdrawal-reason-title = 为什么要取出来？
item-account-withdrawal-reason-label = 原因
item-account-withdrawal-reason-heir = 家里人去世了，由家人取
item-account-withdrawal-reason-abroad = 到国外定居了
item-account-withdrawal-reason-gave-up = 不再参加职工医保
item-account-withdrawal-late-title = 去世的家人叫什么？
item-account-withdrawal-late-name-label = 去世家人的姓名
item-account-withdrawal-late-number-label = 去世家人的身份证号码
item-account-withdrawal-late-number-hint = 18 位，在户口簿上找得到。
item-account-withdrawal-relation-title = 您是去世家人的什么人？
item-account-withdrawal-relation-label = 您是家人的
item-account-withdrawal-relation-spouse = 丈夫或者妻子
item-account-withdrawal-relation-child = 子女
item-account-withdrawal-relation-parent = 父母
item-account-withdrawal-relation-other = 别的亲属

item-account-withdrawal-next = 钱会打到您的社保卡银行账户。没有收到，就打下面的电话问。

commitment-heir = 我承诺：我是去世家人的亲属，有权取这笔钱，别的家人都知道，填写的内容都是真的。如果不是真的，我退回取走的钱。

material-abroad-proof = 国外定居的证明
material-abroad-proof-who = 到国外定居的
material-abroad-proof-counts = 国外的居留证件，或者户口注销的证明。
material-abroad-proof-counts-not = 旅游签证，机票。
material-give-up-statement = 自己写的、签了名的说明
material-give-up-statement-who = 不再参加职工医保的
material-give-up-statement-counts = 写着不再参加、要取出来，签了名和日子。
material-give-up-statement-counts-not = 没有签名的。
material-death-on-record = 去世的登记
material-death-on-record-who = 家人去世的

guide-account-withdrawal-what = 把医保个人账户里剩下的钱一次取出来。
guide-account-withdrawal-who = 家人去世后的亲属，到国外定居的人，不再参加职工医保的人。
guide-account-withdrawal-cost = 不收钱。
guide-account-withdrawal-time = 要三级核对。
guide-account-withdrawal-step-1 = 选原因。家人去世的，写家人的姓名和号码。
guide-account-withdrawal-step-2 = 签承诺书，或者拍照交证明。
guide-account-withdrawal-step-3 = 村、乡镇、县三级核对。
guide-account-withdrawal-step-4 = 办好以后告诉您，钱打到您的社保卡。
guide-account-withdrawal-result = 账户里剩下的钱打到社保卡。

search-account-withdrawal = 个人账户取钱
search-account-withdrawal-note = 去世、出国，取出剩下的钱
