# What the drawings show, for those who hear the page.
picture-enrolment = 图画：一张有照片的医保卡，旁边打了勾。
picture-out-of-area = 图画：一位老人拉着箱子，站在医院门前。
picture-chronic = 图画：一瓶药、一杯水和一颗心。
picture-claim = 图画：一张收据，钱回到钱包里。
