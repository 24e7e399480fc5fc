# What people are told. Read aloud, printed and sent as SMS: no link, nothing personal, names masked.
# Values (all optional for callers; `acts::tell::sentence` puts `none` for what is missing):
# $item item in words, $reference, $date, $helper masked, $elder masked, $place name of a desk, $act act in words,
# $to `elder` or `helper`: who reads it, $whose 「您的」 or 「您家人王*的」 accordingly.

notice-case-submitted = { $whose }「{ $item }」申请已经收到，编号 { $reference }。{ $date ->
    [none] 有进展会再告诉您。
   *[other] 最晚 { $date } 给您答复。
  }
# $sum money that is paid, in words.
notice-case-in-force = { $whose }「{ $item }」已经办好，编号 { $reference }。{ $sum ->
    [none] { $to ->
        [helper] 登录，从「帮家人办」进去看
       *[other] 登录看「我的办件」
      }，里面写着接下来怎么办。
   *[other] 报销 { $sum }，打到本人的社保卡。
  }
notice-case-accepted = { $whose }「{ $item }」已经受理，编号 { $reference }。{ $date ->
    [none] 下一步由上一级审核。
   *[other] 最晚 { $date } 给您答复。
  }
notice-case-reviewed = { $whose }「{ $item }」已经审核过一级，编号 { $reference }。下一步由上一级办理。
notice-case-returned = { $whose }「{ $item }」还缺东西，编号 { $reference }。{ $to ->
    [helper] 登录，从「帮家人办」进去看
   *[other] 登录看「我的办件」
  }，里面写着缺什么。也可以打电话问，或者到窗口问。
notice-case-refused = { $whose }「{ $item }」这次没有办成，编号 { $reference }。{ $to ->
    [helper] 登录，从「帮家人办」进去看
   *[other] 登录看「我的办件」
  }，里面写着原因和接下来怎么办。
notice-case-withdrawn = { $whose }「{ $item }」已经按要求撤销，编号 { $reference }。以后还可以再申请。
notice-case-taken-back = { $whose }「{ $item }」已经撤回，编号 { $reference }。填过的内容还在，可以改好再提交。
notice-case-revoked = { $whose }「{ $item }」已经取消，编号 { $reference }，不再有效。不是自己要取消的，就打电话问。
notice-case-confirmed = { $whose }「{ $item }」窗口已经核对过，继续有效。编号 { $reference }。
notice-case-corrected = { $whose }「{ $item }」里有一处笔误，窗口按说好的改了，编号 { $reference }。登录能看到改了什么。
notice-case-late = { $whose }「{ $item }」比约定的时间慢了，编号 { $reference }。已经转到上一级催办，您不用再跑一趟。
notice-deferral-due = { $whose }「{ $item }」还有材料要补，编号 { $reference }。{ $date ->
    [none] 尽快拍照补上，或者送到窗口。
   *[other] { $date } 以前拍照补上，或者送到窗口。
  }
notice-deferral-soon = { $whose }「{ $item }」答应补的材料还没到，编号 { $reference }。{ $date ->
    [none] 尽快拍照补上，或者送到窗口。
   *[other] 最晚 { $date } 拍照补上，或者送到窗口。
  }来不及，打电话问窗口。
notice-grant-seen = 窗口已经当面问过：{ $to ->
    [helper] { $elder }同意您帮忙，是本人说的。您现在可以按同意的内容办了。
   *[other] 您同意{ $helper }帮您办医保的事。没有这回事，就马上打电话。
  }
notice-grant-disputed = { $to ->
    [helper] { $elder }说没有同意过您代办，已经停了。到窗口问清楚。
   *[other] 已经记下：您没有同意过{ $helper }。现在什么都不能替您办，窗口会联系您。
  }
notice-grant-by-phone = 您登记的手机上有人点了同意，让{ $helper }帮您办医保的事。不是您同意的，马上告诉村里的工作人员。
notice-grant-ending = { $to ->
    [helper] 您帮{ $elder }代办，{ $date ->
        [none] 快到期了。
       *[other] 到 { $date } 就到期。
      }已经问过本人要不要接着用，由本人答复。
   *[other] { $helper }帮您代办，{ $date ->
        [none] 快到期了。
       *[other] 到 { $date } 就到期。
      }要接着用，就登录「谁在帮我办」答复，或者到窗口说。不答复，到期就停。
  }
notice-guardian-taken = { $to ->
    [helper] 窗口收下了您替{ $elder }办事的监护证明。{ $date ->
        [none] 由县里核对。
       *[other] 县里最晚 { $date } 答复。
      }
   *[other] { $helper }拿监护证明到窗口，要替您办医保的事。{ $date ->
        [none] 县里正在核对。
       *[other] 县里最晚 { $date } 答复。
      }您不同意，就告诉窗口。
  }
notice-guardian-started = { $to ->
    [helper] 县里核对了监护证明，您可以替{ $elder }办医保的事了。{ $date ->
        [none] 到期要重新核对。
       *[other] 到 { $date } 为止，到期要重新核对。
      }
   *[other] 县里核对了监护证明，{ $helper }可以替您办医保的事了。您不同意，就告诉窗口，马上停下。
  }
notice-guardian-refused = { $to ->
    [helper] 您替{ $elder }办事的监护证明，县里没有核对通过。
   *[other] { $helper }的监护证明，县里没有核对通过，不能替您办事。
  }{ $act ->
    [none] 到窗口问原因。
   *[other] 原因：{ $act }。
  }
notice-death-undone = 窗口已经改正：登记错了，您一切照常。家人代办还停着，要用就登录「谁在帮我办」自己恢复，或者到窗口说。
notice-papers-arrived = { $whose }「{ $item }」补交的材料收到了，编号 { $reference }。
notice-tonight-filed = { $helper ->
    [none] 有人
   *[other] { $helper }
  }用您的卡，替您办了「{ $item }」，编号 { $reference }，已经有效。您不知道这件事，就马上打电话问。
notice-grant-asked = { $helper }想帮您办医保的事，等您答复。登录看「谁在帮我办」，或者到窗口问。不认识这个人，就选「不同意」。
notice-grant-started = { $to ->
    [helper] { $elder }同意您帮忙办医保的事。{ $date ->
        [none] 登录看「帮家人办」。
       *[other] 到 { $date } 为止。登录看「帮家人办」。
      }
   *[other] 您同意了{ $helper }帮您办医保的事。{ $date ->
        [none] 随时可以停。
       *[other] 到 { $date } 为止，随时可以停。
      }
  }
# Told to the elder alone: the asker must not learn from us whether a number belongs to somebody.
notice-grant-refused = 您没有同意{ $helper }的代办请求。这个人不能替您办事。
notice-grant-paused = { $to ->
    [helper] { $elder }暂停了您的代办。和家人通个电话，恢复以后才能接着办。
   *[other] { $helper }的代办已经暂停，现在不能替您办事。您可以恢复，也可以永远结束。
  }
notice-grant-resumed = { $to ->
    [helper] { $elder }恢复了您的代办，现在可以接着办。
   *[other] { $helper }的代办已经恢复，又可以替您办事了。不是您恢复的，就马上打电话问。
  }
notice-grant-ended = { $to ->
    [helper] 您给{ $elder }的代办已经结束，不能再替家人办事。
   *[other] { $helper }的代办已经结束，不能再替您办事。
  }
notice-helper-acted = { $helper }替您办了一件事：{ $act ->
    [none] 登录能看到是什么
   *[other] { $act }
  }。{ $reference ->
    [none] {""}
   *[other] 编号 { $reference }。
  }不是您让办的，可以马上暂停，或者打电话问。
notice-slip-issued = 窗口给您开了一张登录纸条{ $place ->
    [none] {""}
   *[other] ，地点是{ $place }
  }。不是您本人去办的，就马上打电话问。
notice-phone-changed = 您登记的手机号已经换了。不是您本人到窗口换的，就马上打电话问。
notice-identity-confirmed = 您的身份已经核验。家人同意以后，您就可以帮家人办事了。
notice-rating-set-right = { $whose }「{ $item }」不满意的地方，上一级改过了，编号 { $reference }。{ $to ->
    [helper] 登录，从「帮家人办」进去看
   *[other] 登录看「我的办件」
  }，可以再评一次。
notice-rating-asked = { $whose }「{ $item }」已经办完，编号 { $reference }。办得好不好，登录看「消息」，可以说一说。只问这一次。
notice-assistant-acted = { $helper }，{ $act ->
    [none] 在您身边办了一件事
   *[other] { $act }
  }。{ $reference ->
    [none] {""}
   *[other] 编号 { $reference }。
  }您没有让人办，打 { $line }，或者到窗口说「我没有让人办」。
