-- Holds a connection back while there is no primary, for as long as whoever asks has patience: at
-- most 30 seconds. HAProxy by itself refuses it, and the page that wanted it would be a fault.
core.register_action("wait_for_primary", { "tcp-req" }, function(txn)
    for _ = 1, 600 do
        if txn.f:nbsrv("primary") > 0 then
            return
        end
        core.msleep(50)
    end
end)
