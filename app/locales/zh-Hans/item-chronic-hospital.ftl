# 慢特病定点医院
item-chronic-hospital = 慢特病定点医院
item-chronic-hospital-submit = 提交选医院的申请

item-chronic-hospital-what-title = 是第一次选，还是换一家？
item-chronic-hospital-what-label = 选还是换
item-chronic-hospital-what-choose = 第一次选
item-chronic-hospital-what-change = 换一家
item-chronic-hospital-hospital-title = 选哪一家医院？
item-chronic-hospital-hospital-label = 医院的名字
item-chronic-hospital-hospital-hint = 不知道哪些能选，打下面的电话问。

item-chronic-hospital-next = 已经记下。去这家医院开慢特病的药，带社保卡、身份证或者医保码。

guide-chronic-hospital-what = 认定了慢特病，选一家常去的医院开药、报销。
guide-chronic-hospital-who = 认定过慢特病的人。
guide-chronic-hospital-cost = 不收钱。
guide-chronic-hospital-time = 交上去就生效。
guide-chronic-hospital-step-1 = 选第一次选，还是换一家。
guide-chronic-hospital-step-2 = 写医院的名字，提交申请。
guide-chronic-hospital-result = 去选好的医院开药，照慢特病报销。

search-chronic-hospital = 慢特病定点医院
search-chronic-hospital-note = 选一家常去的医院
