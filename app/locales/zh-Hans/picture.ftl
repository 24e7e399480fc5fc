# What the drawings show, for those who hear the page.
picture-enrolment = 图画：一张有照片的医保卡，旁边打了勾。
picture-out-of-area = 图画：一位老人拉着箱子，站在医院门前。
picture-chronic = 图画：一瓶药、一杯水和一颗心。
picture-birth = 图画：妈妈抱着孩子，旁边一颗心。
picture-card = 图画：一张社保卡，一部手机。
picture-visit = 图画：工作人员站在老人的家门口。
picture-claim = 图画：一张收据，钱回到钱包里。
