using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users.Charges;

/// <summary>One authorisation as its payer remembers it.</summary>
/// <param name="Nonce">Its Permit2 nonce.</param>
/// <param name="Node">Who may draw on it.</param>
/// <param name="FinalAt">From then on nothing more can be collected under it.</param>
internal sealed record DrawnAuthorisation(UInt256 Nonce, KnownNode Node, SimTime FinalAt)
{
    /// <summary>The session it opened, as far as the node said.</summary>
    public string? Session { get; set; }

    /// <summary>The prices of the answers that came.</summary>
    public OpgAmount Served { get; set; }

    /// <summary>The requests that no answer came to, by the subject of the answer.</summary>
    public List<(string Subject, bool IsRefused)> Unserved { get; } = [];
}
