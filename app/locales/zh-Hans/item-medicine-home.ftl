# 「两病」送药上门、复诊续方
item-medicine-home = 两病送药和续方
item-medicine-home-submit = 提交送药续方的申请

item-medicine-home-disease-title = 是哪一种病？
item-medicine-home-disease-label = 病
item-medicine-home-disease-pressure = 高血压
item-medicine-home-disease-sugar = 糖尿病
item-medicine-home-disease-both = 两种都有
item-medicine-home-what-title = 要我们帮什么？
item-medicine-home-what-label = 要帮的事
item-medicine-home-what-bring = 把药送到家里
item-medicine-home-what-renew = 药快吃完了，再开一样的
item-medicine-home-address-title = 药送到哪里？
item-medicine-home-address-label = 送药的地址
item-medicine-home-address-hint = 写到门牌号，或者村和组。

item-medicine-home-next = 村里已经交给卫生室。卫生室会打电话和您说好，送药的人会先说自己是谁，不会让您转钱。
item-medicine-home-desk-do-finish = 已交给卫生室，打开下一件
item-medicine-home-desk-do-finish-stop = 已交给卫生室，回到列表

guide-medicine-home-what = 高血压、糖尿病的药，请人送到家里，或者照原来的再开。
guide-medicine-home-who = 有高血压或者糖尿病、走动不方便的人。
guide-medicine-home-cost = 送药不收钱。药费照平时一样付、一样报。
guide-medicine-home-time = 村里当天交给卫生室，哪天送由卫生室和您说好。
guide-medicine-home-step-1 = 选病和要帮的事。
guide-medicine-home-step-2 = 拍照交上次的处方。
guide-medicine-home-step-3 = 卫生室打电话和您说好。
guide-medicine-home-result = 药送到家里，或者再开一样的药。

search-medicine-home = 两病送药和续方
search-medicine-home-note = 高血压、糖尿病的药
