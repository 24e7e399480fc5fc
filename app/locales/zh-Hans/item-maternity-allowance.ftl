# 生育津贴
item-maternity-allowance = 生育津贴
item-maternity-allowance-submit = 提交津贴申请

item-maternity-allowance-kind-title = 是哪一种情况？
item-maternity-allowance-kind-label = 哪一种情况
item-maternity-allowance-kind-birth = 生了孩子
item-maternity-allowance-kind-ended-early = 怀孕没有到生的时候就结束了
item-maternity-allowance-kind-planning = 做了计划生育手术
item-maternity-allowance-day-title = 是哪一天？
item-maternity-allowance-day-label = 生孩子或者手术的日子

item-maternity-allowance-next = 津贴按单位交费的工资算，打到本人的社保卡或者单位。没有收到，就打下面的电话问。

material-employer-on-record = 单位和交费的工资

guide-maternity-allowance-what = 生孩子休假的时候，代替工资的一笔钱。
guide-maternity-allowance-who = 单位交了生育保险的职工。
guide-maternity-allowance-cost = 不收钱。
guide-maternity-allowance-time = 由县里按交费的工资算。
guide-maternity-allowance-step-1 = 告诉我们是哪一种情况、哪一天。
guide-maternity-allowance-step-2 = 拍照交医院的证明。
guide-maternity-allowance-step-3 = 村、乡镇、县三级核对，县里算钱。
guide-maternity-allowance-step-4 = 算好以后告诉您。
guide-maternity-allowance-result = 一笔津贴，打到本人的社保卡或者单位。

search-maternity-allowance = 生育津贴
search-maternity-allowance-note = 休产假代替工资的钱
