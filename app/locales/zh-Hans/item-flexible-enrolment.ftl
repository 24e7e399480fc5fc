# 灵活就业人员参保登记
item-flexible-enrolment = 灵活就业参保登记
item-flexible-enrolment-submit = 提交参保申请

item-flexible-enrolment-situation-title = 您现在是哪一种情况？
item-flexible-enrolment-situation-label = 现在的情况
item-flexible-enrolment-situation-job-ended = 单位停了，想自己接着交
item-flexible-enrolment-situation-job-ended-hint = 不用开停保证明
item-flexible-enrolment-situation-from-residents = 现在是居民医保，想换成职工医保
item-flexible-enrolment-situation-first-time = 以前没有参加过医保
item-flexible-enrolment-situation-moved-here = 从外地搬来
item-flexible-enrolment-situation-employed = 有单位，单位在交
item-flexible-enrolment-employer-does-it-title = 有单位的，由单位登记
item-flexible-enrolment-employer-does-it-why = 有单位的时候，医保由单位去登记、去交。单位没有登记，打下面的电话问。

item-flexible-enrolment-household-title = 户口在不在这里？
item-flexible-enrolment-household-label = 户口
item-flexible-enrolment-household-local = 户口在这里
item-flexible-enrolment-household-local-hint = 不用交证明
item-flexible-enrolment-household-permit = 户口在外地，有这里的居住证

item-flexible-enrolment-next = 登记好了。接下来要交费：打下面的电话，或者问村服务点，现在怎么交、交多少。

guide-flexible-enrolment-what = 没有单位，自己打零工、做小买卖的，在这里登记，参加职工医保。
guide-flexible-enrolment-who = 没有单位，也没有参加别的医保的人。
guide-flexible-enrolment-cost = 登记不收钱。医保费按参保地的规定自己交。
guide-flexible-enrolment-time = 到窗口当面登记。网上交的，要三级核对。
guide-flexible-enrolment-step-1 = 告诉我们现在的情况，户口在不在这里。
guide-flexible-enrolment-step-2 = 读一份承诺书，提交申请。
guide-flexible-enrolment-step-3 = 结果会告诉您，接着去交费。
guide-flexible-enrolment-result = 登记以后去交费。交了费，按职工医保的规定报销。
search-flexible-enrolment = 灵活就业参保登记
search-flexible-enrolment-note = 没有单位，自己交职工医保
