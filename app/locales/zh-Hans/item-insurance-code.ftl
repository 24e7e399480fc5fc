# 医保码激活与密码
item-insurance-code = 医保码激活
item-insurance-code-submit = 提交帮忙的申请

item-insurance-code-what-title = 要我们帮什么？
item-insurance-code-what-label = 要帮的事
item-insurance-code-what-open = 第一次用，帮我开通医保码
item-insurance-code-what-learn = 开通了，教我怎么用
item-insurance-code-what-password = 忘了密码
item-insurance-code-what-password-hint = 只能本人到窗口
item-insurance-code-in-person-title = 密码只能本人到窗口改
item-insurance-code-in-person-why = 密码关系到钱。要本人带身份证或者社保卡来，家里人和别人都不能替。走不动，打下面的电话请人上门。
item-insurance-code-where-title = 在哪里教您？
item-insurance-code-where-label = 地方
item-insurance-code-where-desk = 村里的服务点
item-insurance-code-where-home = 来我家里

item-insurance-code-next = 村里会和您说好时间，带着手机和身份证就行。没有医保码，用社保卡、身份证一样看病。
item-insurance-code-desk-do-finish = 教会了，打开下一件
item-insurance-code-desk-do-finish-stop = 教会了，回到列表

guide-insurance-code-what = 医保码是手机里的医保卡。村里的工作人员帮您开通，教您用。
guide-insurance-code-who = 参加了医保、有手机的人。没有手机的，用社保卡、身份证看病。
guide-insurance-code-cost = 不收钱。
guide-insurance-code-time = 村里和您说好时间。
guide-insurance-code-step-1 = 选要帮的事，在村里还是在家里。
guide-insurance-code-step-2 = 检查一遍，提交申请。
guide-insurance-code-step-3 = 村里打电话和您说好时间。
guide-insurance-code-result = 手机里有了医保码。

search-insurance-code = 医保码激活
search-insurance-code-note = 帮我开通、教我用
