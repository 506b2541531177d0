using Simulator.Primitives;
using Simulator.Protocol.Permit2;

namespace Simulator.Protocol.X402.Sessions;

/// <summary>One signed authorisation a gateway keeps drawing on. Lives in one process's memory.</summary>
public sealed class UptoSession
{
    internal UptoSession(string id, string headerHash, SessionTerms terms, long now)
    {
        Id = id;
        HeaderHash = headerHash;
        Terms = terms;
        LastActivity = now;
    }

    /// <summary>UUID text; the value of X-Upto-Session.</summary>
    public string Id { get; }

    public SessionTerms Terms { get; }

    /// <summary>What served requests have cost so far.</summary>
    public OpgAmount Accumulated { get; private set; }

    /// <summary>Requests that are being served on this session now.</summary>
    public int InFlight { get; private set; }

    /// <summary>Unix seconds of the last request or charge.</summary>
    public long LastActivity { get; private set; }

    /// <summary>A settlement is under way; nothing draws on the session meanwhile.</summary>
    public bool Settling { get; internal set; }

    public bool Exhausted => Accumulated >= Terms.Maximum;

    internal string HeaderHash { get; }

    /// <summary>Requests that drew on it so far.</summary>
    public int Served { get; private set; }

    internal void Begin(long now)
    {
        InFlight++;
        Served++;
        LastActivity = now;
    }

    /// <summary>A request ended without being charged.</summary>
    internal void End(long now)
    {
        Invariant.That(InFlight > 0);
        InFlight--;
        LastActivity = now;
    }

    /// <summary>
    /// Adds a cost unless the sum would pass the maximum: then nothing is charged and the answer is free.
    /// </summary>
    internal bool Charge(OpgAmount cost)
    {
        bool fits = cost <= Terms.Maximum - Accumulated;
        Accumulated = fits ? Accumulated + cost : Accumulated;
        return fits;
    }
}

/// <summary>What a session was opened with.</summary>
/// <param name="Payment">The client's payment as it came.</param>
/// <param name="Requirements">The server's own requirements.</param>
/// <param name="Authorization">The signed permission inside the payment.</param>
/// <param name="Maximum">Its amount.</param>
/// <param name="Route">Method and path; a session serves no other.</param>
public sealed record SessionTerms(
    PaymentPayload Payment,
    PaymentRequirements Requirements,
    Permit2Authorization Authorization,
    OpgAmount Maximum,
    string Route);
