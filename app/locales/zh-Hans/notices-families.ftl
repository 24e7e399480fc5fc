# What is told when places are full, a grant waits, a phone is new, somebody moves or two records become one.
# Values as in notices.ftl.
notice-helper-full = 您现在帮的人满了，新的代办请求办不成。在「帮家人办」里结束一位，再提。
notice-helper-full-this-month = 您这个月新帮的人满了，新的代办请求办不成。下个月一号以后再提。急用的，让家人到窗口当面办。
notice-grant-no-place = { $elder }想同意您帮忙，可是能帮忙的人满了。要由本人先腾出一个位置，再来答复。打个电话说一声，您不用再提请求。
notice-grant-held-back = { $to ->
    [helper] { $elder }的代办先停了，窗口要和本人核对一下。打电话问本人，或者到窗口问。
   *[other] 我们看到{ $helper }的代办有些少见，先替您停下。您觉得没问题，登录「谁在帮我办」就能恢复。拿不准，就打电话问。
  }
notice-grant-new-phone = { $to ->
    [helper] { $elder }换了手机号，您的代办先停了。本人再点一次头，您就能接着办。
   *[other] 您换了手机号。{ $helper }的代办是在旧手机上同意的，先停了。要接着用，登录「谁在帮我办」恢复，到窗口说也行。
  }
notice-grant-moved = { $elder }的参保地换了一个村，您的代办照旧。以后的办件由新的村里受理。
notice-grant-moved-away = { $to ->
    [helper] { $elder }的参保地转到外地了，您在这里的代办停了。已经提交的会办完。新的要到外地的医保去办。
   *[other] 您的参保地转到外地了，这里的家人代办停了。已经提交的会办完，新的要到外地的医保去办。要家人帮忙，在那边重新提请求。
  }
notice-person-moved = 您的参保地已经换好{ $place ->
    [none] {""}
   *[other] ，以后找{ $place }
  }。家人代办照旧。不是您本人去换的，就马上打电话问。
notice-person-parted = 窗口以前把您和另一个人的记录错合在一起，已经分开。您的办件和消息还给您了，家人代办先停了。要用，登录「谁在帮我办」恢复，到窗口说也行。
notice-person-merged = 窗口把您登记重复的两份记录合成了一份，办件和消息都在。家人代办先停了。要用，登录「谁在帮我办」恢复，到窗口说也行。
