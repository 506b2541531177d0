using System.Security.Cryptography;
using System.Text;

using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>
/// The gateway's open sessions: who may draw on which signature, what is owed, what is due for settlement.
/// </summary>
/// <remarks>
/// Pure apart from its own state; time comes in as Unix milliseconds. A request with a session header is judged by
/// <see cref="Resume"/> before any payment header is looked at; a payment header is verified with the facilitator first
/// and then goes to <see cref="Admit"/>. A session that never cost anything is never settled and never leaves, as in
/// the
/// original. Source: the network's session middleware, newest version.
/// </remarks>
public sealed class SessionBook(SessionSettings settings)
{
    private const long MillisecondsPerSecond = 1000;

    // Sweeps go through sessions in the order they were opened.
    private readonly SortedDictionary<long, GatewaySession> byOpening = [];
    private readonly Dictionary<string, long> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byPayment = new(StringComparer.Ordinal);
    private long opened;

    public int Count => byOpening.Count;

    /// <summary>The signed deadline in Unix seconds; null for a payload without one.</summary>
    public static UInt256? SignedDeadline(PaymentPayload payment) => payment.Payload switch
    {
        Permit2Payload permit2 => permit2.Authorization.Deadline,
        Eip3009Payload eip3009 => eip3009.Authorization.ValidBefore,
        _ => null,
    };

    public GatewaySession? Find(string id) => byId.TryGetValue(id, out long key) ? byOpening[key] : null;

    /// <summary>A request with a session header.</summary>
    public SessionAdmission Resume(string id, string method, string path, long nowMilliseconds) =>
        Find(id) is { } session
        && IsUsable(session, nowMilliseconds)
        && session.Method == method
        && session.Path == path
            ? new SessionAdmission.Granted(session, false)
            : new SessionAdmission.Refused(SessionRefusal.ExpiredOrExhausted);

    /// <summary>A request with a payment header that the facilitator found valid.</summary>
    /// <param name="header">The raw header: a known one continues its session, on any route.</param>
    /// <param name="payment">The decoded header.</param>
    /// <param name="requirements">The server's own; their amount is the session's maximum.</param>
    /// <param name="method">HTTP method the session will be bound to.</param>
    /// <param name="path">Path the session will be bound to.</param>
    /// <param name="newId">The id of the session, should one be opened; never used before.</param>
    /// <param name="nowMilliseconds">Unix milliseconds.</param>
    public SessionAdmission Admit(
        string header,
        PaymentPayload payment,
        PaymentRequirements requirements,
        string method,
        string path,
        string newId,
        long nowMilliseconds)
    {
        string paymentKey = KeyOf(header);
        if (byPayment.TryGetValue(paymentKey, out string? known))
        {
            return Find(known) is { } session && IsUsable(session, nowMilliseconds)
                ? new SessionAdmission.Granted(session, false)
                : new SessionAdmission.Refused(SessionRefusal.ExpiredOrExhausted);
        }

        if (SignedDeadline(payment) is not { } deadline
            || IsWithinMargin(deadline, nowMilliseconds)
            || !UInt256.TryParse(requirements.Amount, out UInt256 maximum))
        {
            return new SessionAdmission.Refused(SessionRefusal.DeadlineMissingOrTooSoon);
        }

        GatewaySession created = new(
            newId, paymentKey, payment, requirements, maximum, deadline, method, path, nowMilliseconds);
        Open(created);
        return new SessionAdmission.Granted(created, true);
    }

    /// <summary>
    /// The cost of one request, known when its answer has ended. Only answers with a 2xx status have one.
    /// </summary>
    public CostOutcome AddCost(string id, UInt256 cost, long nowMilliseconds) =>
        cost.IsZero ? CostOutcome.Nothing : Find(id)?.Add(cost, nowMilliseconds) ?? CostOutcome.SessionClosed;

    /// <summary>
    /// What a sweep settles, in order: near their deadline first, then idle, then exhausted. Sessions that owe nothing
    /// or
    /// are being settled are passed over.
    /// </summary>
    public IReadOnlyList<GatewaySession> Due(long nowMilliseconds)
    {
        List<GatewaySession> owing =
            [.. byOpening.Values.Where(session => !session.IsSettling && !session.Accumulated.IsZero)];
        return
        [
            .. owing.Where(session => IsWithinMargin(session.SignedDeadline, nowMilliseconds))
                .Concat(owing.Where(session => IsIdle(session, nowMilliseconds)))
                .Concat(owing.Where(session => session.IsExhausted))
                .Distinct(),
        ];
    }

    /// <summary>Claims a session for settlement; false when it is gone or claimed already.</summary>
    public bool TryClaim(string id)
    {
        if (Find(id) is not { IsSettling: false } session)
        {
            return false;
        }

        session.IsSettling = true;
        return true;
    }

    /// <summary>The settlement failed: the next sweep tries again.</summary>
    public void Release(string id)
    {
        if (Find(id) is { } session)
        {
            session.IsSettling = false;
        }
    }

    /// <summary>The settlement succeeded: the session and the memory of its payment header are gone.</summary>
    public void Close(string id)
    {
        Invariant.That(byId.ContainsKey(id));
        GatewaySession session = byOpening[byId[id]];
        byOpening.Remove(byId[id]);
        byId.Remove(id);
        byPayment.Remove(session.PaymentKey);
        Invariant.That(byId.Count == byOpening.Count);
    }

    private static string KeyOf(string header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)));

    private void Open(GatewaySession session)
    {
        Invariant.That(!byId.ContainsKey(session.Id));
        byOpening.Add(opened, session);
        byId.Add(session.Id, opened);
        byPayment.Add(session.PaymentKey, session.Id);
        opened++;
    }

    private bool IsUsable(GatewaySession session, long nowMilliseconds) =>
        !session.IsSettling && !session.IsExhausted && !IsWithinMargin(session.SignedDeadline, nowMilliseconds);

    private bool IsIdle(GatewaySession session, long nowMilliseconds) =>
        nowMilliseconds - session.LastActivityMilliseconds > settings.IdleSeconds * MillisecondsPerSecond;

    // From exactly the margin before the deadline on.
    private bool IsWithinMargin(UInt256 deadlineSeconds, long nowMilliseconds) =>
        deadlineSeconds <= (UInt256)(ulong)(nowMilliseconds / MillisecondsPerSecond + settings.MarginSeconds);
}
