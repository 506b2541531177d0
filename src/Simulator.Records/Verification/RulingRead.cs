using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Records;

/// <summary>A user has read on chain how a dispute ended, and trusts the node less or more for it.</summary>
/// <param name="User">Who read.</param>
/// <param name="Node">Who committed the answer.</param>
/// <param name="Answer">The committed answer.</param>
/// <param name="Outcome"><see cref="Convicted"/> or <see cref="Acquitted"/>.</param>
public sealed record RulingRead(string User, string Node, Hash32 Answer, string Outcome) : Observation
{
    /// <summary>The answer was ruled wrong.</summary>
    public const string Convicted = "convicted";

    /// <summary>The answer was accused and ruled right.</summary>
    public const string Acquitted = "acquitted";
}
