ui-close = Close
