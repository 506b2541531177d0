using Simulator.Actors.Users;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Platforms;

/// <summary>What a customer of a platform knows and wants.</summary>
public sealed record PlatformUserSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>Who it is on the payment chain, where it pays nothing.</summary>
    public required Address Address { get; init; }

    public required Arrivals Arrivals { get; init; }

    /// <summary>No request starts at or after this instant.</summary>
    public required SimTime AsksUntil { get; init; }

    public required SimDuration Patience { get; init; }

    public required IQuestions Questions { get; init; }

    public required ActorRef Platform { get; init; }

    /// <summary>What it pays in, or what its card covers.</summary>
    public required OpgAmount Credit { get; init; }
}
