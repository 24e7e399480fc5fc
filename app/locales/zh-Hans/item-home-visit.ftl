# 上门服务预约
item-home-visit = 上门服务预约
item-home-visit-submit = 提交上门的申请

item-home-visit-for-title = 要上门办什么？
item-home-visit-for-label = 要办的事
item-home-visit-for-advice = 问医保的事，请人讲清楚
item-home-visit-for-claim = 报销医药费
item-home-visit-for-chronic = 办慢特病
item-home-visit-for-card = 补社保卡
item-home-visit-for-password = 改密码
item-home-visit-for-other = 别的事
item-home-visit-why-title = 为什么不方便来？
item-home-visit-why-label = 原因
item-home-visit-why-hint = 只是为了带对东西，不用证明。
item-home-visit-why-walk = 走不动
item-home-visit-why-bed = 躺在床上
item-home-visit-why-hear-speak = 听不清，或者说话不方便
item-home-visit-why-far = 住得远，没有车
item-home-visit-why-other = 别的原因
item-home-visit-address-title = 到哪里找您？
item-home-visit-address-label = 地址
item-home-visit-address-hint = 写到门牌号，或者村和组。
item-home-visit-day-title = 哪一天来合适？
item-home-visit-day-label = 上门的日子
item-home-visit-day-hint = 从明天起，30 天以内。
item-home-visit-part-label = 上午还是下午
item-home-visit-part-morning = 上午
item-home-visit-part-afternoon = 下午

item-home-visit-next = 约好了，就是您选的那天。来的人会给您看工作证，不收钱，不要密码，不让您转钱。不放心，先打下面的电话问。
item-home-visit-desk-do-finish = 能去，约好了，打开下一件
item-home-visit-desk-do-finish-stop = 能去，约好了，回到列表

guide-home-visit-what = 走不动、听不清的，工作人员到家里来办。
guide-home-visit-who = 自己来不方便的参保人。不用证明。
guide-home-visit-cost = 不收钱。
guide-home-visit-time = 村里看了，告诉您那天能不能来。不能来，会和您换一天。
guide-home-visit-step-1 = 告诉我们要办什么、住在哪里。
guide-home-visit-step-2 = 选一天，上午还是下午。
guide-home-visit-step-3 = 村里告诉您约好了没有。
guide-home-visit-step-4 = 那天带着工作证上门。
guide-home-visit-result = 不出门，在家里办好。

search-home-visit = 上门服务预约
search-home-visit-note = 走不动，请人到家里来
