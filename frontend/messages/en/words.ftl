word-yes = yes
word-no = no
word-none = none
word-apply = Apply
word-cancel = Cancel
word-close = Close
