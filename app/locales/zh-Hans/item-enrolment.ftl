# 城乡居民参保登记
item-enrolment = 城乡居民参保登记
item-enrolment-submit = 提交参保申请

item-enrolment-situation-title = 您现在是哪一种情况？
item-enrolment-situation-label = 现在的情况
item-enrolment-situation-hint = 不知道选哪个，打下面的电话问，或者到村服务点问。
item-enrolment-situation-first-time = 以前没有参加过医保
item-enrolment-situation-job-ended = 原来有职工医保，现在停了
item-enrolment-situation-job-ended-hint = 不用开停保证明
item-enrolment-situation-moved-here = 从外地搬来
item-enrolment-situation-student = 在这里上学
item-enrolment-situation-still-insured = 现在还有职工医保
item-enrolment-situation-still-insured-hint = 单位还在替您交钱，或者自己在交
item-enrolment-one-scheme-title = 先停掉职工医保
item-enrolment-one-scheme-why = 同一个时间只能参加一种医保。职工医保停了以后，再来这里登记。已经退休享受职工医保的，不用登记。

item-enrolment-household-title = 户口在不在这里？
item-enrolment-household-label = 户口
item-enrolment-household-local = 户口在这里
item-enrolment-household-local-hint = 不用交证明
item-enrolment-household-permit = 户口在外地，有这里的居住证

item-enrolment-aid-title = 您家是不是下面的困难家庭？
item-enrolment-aid-label = 困难家庭
item-enrolment-aid-hint = 不用交证明，我们自己查。是的话，个人要交的钱按规定由政府帮着交。
item-enrolment-aid-none = 都不是
item-enrolment-aid-extreme-poverty = 特困人员
item-enrolment-aid-least-income = 低保家庭
item-enrolment-aid-near-least-income = 低保边缘家庭
item-enrolment-aid-poor-again = 返贫致贫人口
item-enrolment-aid-watched = 防返贫监测对象
item-enrolment-aid-ill-and-poor = 因为看病变得困难的家庭

item-enrolment-next = 登记好了。接下来要交费：打下面的电话，或者问村服务点，现在怎么交、交多少。交了费，才能按规定报销。
item-enrolment-next-aided = 登记好了。个人要交的钱按规定由政府帮着交。要不要自己交一部分，打下面的电话问，或者问村服务点。

material-aid-on-record = 困难家庭的身份
material-aid-on-record-who = 困难家庭

guide-enrolment-what = 没有医保的人，在这里登记，参加城乡居民医保。
guide-enrolment-who = 没有参加职工医保的人，老人、孩子都可以。
guide-enrolment-cost = 登记不收钱。每年要交的医保费，以参保地当年的通知为准。
guide-enrolment-time = 到窗口当面登记。网上交的，要三级核对。
guide-enrolment-step-1 = 告诉我们现在的情况，户口在不在这里。
guide-enrolment-step-2 = 读一份承诺书，提交申请。
guide-enrolment-step-3 = 村、乡镇、县三级核对后登记。
guide-enrolment-step-4 = 结果会告诉您，接着去交费。
guide-enrolment-result = 登记以后去交费。交了费，看病就能按规定报销。
search-enrolment = 参保登记
search-enrolment-note = 第一次参加居民医保
