using Simulator.Actors.Users.Choices;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users;

/// <summary>How a user reads on the inference chain what full nodes have ruled about answers.</summary>
public sealed record RulingAccess
{
    /// <summary>The full node it asks.</summary>
    public required ActorRef FullNode { get; init; }

    /// <summary>Between two readings.</summary>
    public required SimDuration Every { get; init; }

    public required RulingWeights Weights { get; init; }

    /// <summary>Nodes by the account that commits their answers; it is the one they are paid at.</summary>
    public required IReadOnlyDictionary<Address, string> Accounts { get; init; }
}
