using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Network;

/// <summary>A facilitator as gateways know it from <c>/supported</c>.</summary>
/// <param name="Name">Actor name.</param>
/// <param name="Actor">Where calls go.</param>
/// <param name="Address">The account it settles from; bound by the witness of every <c>upto</c> authorisation.</param>
public sealed record KnownFacilitator(string Name, ActorRef Actor, Address Address)
{
    /// <summary>Where <c>/settle_data</c> is served; null in a world without an inference chain.</summary>
    public ActorRef? Evidence { get; init; }

    /// <summary>Where settlements for verified answers go; null in a world without verification.</summary>
    public ActorRef? Conditions { get; init; }
}
