using System.Security.Cryptography;
using System.Text;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402.Sessions;

/// <summary>
/// All sessions of one gateway: opened on a verified payment, drawn on, charged, and handed out for settlement.
/// </summary>
/// <remarks>
/// Sans-I/O: times are Unix seconds passed in. A session that was never charged is dropped once its deadline has
/// passed; the middleware keeps such sessions for ever, which would let memory grow with time. Source: the network's
/// session middleware, newest form (protocol facts §4.7).
/// </remarks>
public sealed class UptoSessions(SessionRules rules)
{
    private readonly SortedDictionary<string, UptoSession> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> idByHeader = new(StringComparer.Ordinal);

    public SessionRules Rules => rules;

    public int Count => byId.Count;

    /// <summary>True when a payment header has been seen: it then stands for its session, dead or alive.</summary>
    public bool IsKnown(string header) => idByHeader.ContainsKey(HashOf(header));

    /// <summary>Draws on the session that a repeated payment header opened; null when it is no longer usable.</summary>
    public UptoSession? ResumeByHeader(string header, string route, long now) =>
        idByHeader.TryGetValue(HashOf(header), out string? id) ? Resume(id, route, now) : null;

    /// <summary>
    /// Draws on a running session; null when it is unknown, for another route, settling, exhausted or too near its
    /// deadline.
    /// </summary>
    public UptoSession? Resume(string id, string route, long now)
    {
        if (!byId.TryGetValue(id, out UptoSession? session)
            || session.Settling
            || session.Exhausted
            || rules.SingleUse
            || session.Terms.Route != route
            || IsTooNear(session.Terms, now))
        {
            return null;
        }

        session.Begin(now);
        return session;
    }

    /// <summary>Opens a session on a payment the facilitator has found valid, and draws on it.</summary>
    /// <returns>Null when no more than the safety margin is left before the signed deadline.</returns>
    public UptoSession? Open(string id, string header, SessionTerms terms, long now)
    {
        if (IsTooNear(terms, now))
        {
            return null;
        }

        string hash = HashOf(header);
        UptoSession session = new(id, hash, terms, now);
        byId.Add(id, session);
        idByHeader[hash] = id;
        session.Begin(now);
        return session;
    }

    /// <summary>A request on the session was served: charges it.</summary>
    /// <returns>False when the cost did not fit under the maximum; the answer was free then.</returns>
    public static bool Complete(UptoSession session, OpgAmount cost, long now)
    {
        session.End(now);
        return session.Charge(cost);
    }

    /// <summary>A request on the session failed: nothing is charged.</summary>
    public static void Abort(UptoSession session, long now) => session.End(now);

    /// <summary>
    /// Sessions to settle now: near their deadline first, then idle, then exhausted; each is claimed until its outcome
    /// is told. Within a group the nearest deadline comes first.
    /// </summary>
    /// <remarks>A session with a request in flight waits, so that the request's cost is not lost.</remarks>
    public IReadOnlyList<UptoSession> Reap(long now)
    {
        DropUncharged(now);
        List<UptoSession> due =
        [
            .. byId.Values
                .Where(session => !session.Settling && session.InFlight == 0 && !session.Accumulated.IsZero)
                .Where(session => UrgencyOf(session, now) != Urgency.None)
                .OrderByDescending(session => UrgencyOf(session, now))
                .ThenBy(session => session.Terms.Authorization.Deadline)
                .ThenBy(session => session.Id, StringComparer.Ordinal),
        ];
        foreach (UptoSession session in due)
        {
            session.Settling = true;
        }

        return due;
    }

    /// <summary>The settlement's outcome is final, success or not: the session is gone.</summary>
    public void Remove(string id)
    {
        if (byId.Remove(id, out UptoSession? session))
        {
            idByHeader.Remove(session.HeaderHash);
        }
    }

    /// <summary>The facilitator could not be asked: the next sweep tries again.</summary>
    public void Release(string id)
    {
        if (byId.TryGetValue(id, out UptoSession? session))
        {
            session.Settling = false;
        }
    }

    private static string HashOf(string header) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)));

    private Urgency UrgencyOf(UptoSession session, long now)
    {
        if (IsTooNear(session.Terms, now))
        {
            return Urgency.Deadline;
        }

        if (now - session.LastActivity > rules.IdleSeconds)
        {
            return Urgency.Idle;
        }

        return session.Exhausted || (rules.SingleUse && session.Served > 0) ? Urgency.UsedUp : Urgency.None;
    }

    // From exactly the margin before the deadline on.
    private bool IsTooNear(SessionTerms terms, long now) =>
        terms.Authorization.Deadline <= (UInt256)(ulong)(now + rules.SafetyMarginSeconds);

    private void DropUncharged(long now)
    {
        foreach (UptoSession session in byId.Values.Where(session => IsSpent(session, now)).ToList())
        {
            Remove(session.Id);
        }
    }

    private static bool IsSpent(UptoSession session, long now) =>
        session.InFlight == 0
        && session.Accumulated.IsZero
        && session.Terms.Authorization.Deadline < (UInt256)(ulong)now;

    /// <summary>Why a session is to be settled, the least pressing first.</summary>
    private enum Urgency
    {
        None = 0,
        UsedUp,
        Idle,
        Deadline,
    }
}
