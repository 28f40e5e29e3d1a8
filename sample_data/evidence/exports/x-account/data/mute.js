window.YTD.mute.part0 = [
  {
    "muting": {
      "accountId": "1166002917334",
      "userLink": "https://x.example/intent/user?user_id=1166002917334"
    }
  }
]
