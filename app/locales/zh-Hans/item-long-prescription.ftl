# 长期处方
item-long-prescription = 长期处方
item-long-prescription-submit = 提交开长期处方的申请

item-long-prescription-steady-title = 医生说过病情稳定吗？
item-long-prescription-steady-label = 医生说的
item-long-prescription-steady-yes = 稳定，一直吃一样的药
item-long-prescription-steady-no = 不稳定，或者换过药
item-long-prescription-see-doctor-title = 先让医生看看
item-long-prescription-see-doctor-why = 病情稳定了，医生才能一次多开药。先去看医生，看好了再来。走不动，打下面的电话请人上门。
item-long-prescription-hospital-title = 平时在哪里开药？
item-long-prescription-hospital-label = 医院或者卫生室的名字

item-long-prescription-next = 村里和开药的地方说好了。下次去，医生看了合适，一次最多开三个月的药。
item-long-prescription-desk-do-finish = 已经说好，打开下一件
item-long-prescription-desk-do-finish-stop = 已经说好，回到列表

material-last-prescription = 上次的处方
material-last-prescription-counts = 看得清药名、用法和日子。
material-last-prescription-counts-not = 药盒，药店小票。
material-chronic-on-record = 慢特病的认定

guide-long-prescription-what = 病情稳定的，一次多开些药，少跑几趟。这叫「长期处方」，最多三个月。
guide-long-prescription-who = 有慢性病、医生说病情稳定的人。
guide-long-prescription-cost = 不收钱。药费照平时一样付、一样报。
guide-long-prescription-time = 村里和开药的地方联系，说好了告诉您。开多少由医生定。
guide-long-prescription-step-1 = 告诉我们平时在哪里开药。
guide-long-prescription-step-2 = 拍照交上次的处方。
guide-long-prescription-step-3 = 村里和开药的地方说好，告诉您。
guide-long-prescription-result = 下次开药，一次能多开些。

search-long-prescription = 长期处方
search-long-prescription-note = 一次多开些药，少跑几趟
