namespace Simulator.Actors.Platforms;

/// <summary>By which names a platform turns people away; as commercial providers call them.</summary>
public static class PlatformRefusals
{
    /// <summary>401: no account has this key.</summary>
    public const string InvalidApiKey = "invalid_api_key";

    /// <summary>402: the prepaid credit does not cover the request.</summary>
    public const string InsufficientCredit = "insufficient_credit";

    /// <summary>403: the platform does not want this customer.</summary>
    public const string SignUpRefused = "sign_up_refused";

    /// <summary>403: the platform does not want this customer any more.</summary>
    public const string AccountBanned = "account_banned";

    /// <summary>403: an invoice was not covered.</summary>
    public const string PaymentOverdue = "payment_overdue";

    /// <summary>429: more requests in this window than the key allows.</summary>
    public const string QuotaExceeded = "quota_exceeded";

    /// <summary>503: every server is busy and the queue is full.</summary>
    public const string Overloaded = "overloaded";

    /// <summary>The user asks before its account is decided on; nothing is sent.</summary>
    public const string SignUpPending = "sign_up_pending";
}
