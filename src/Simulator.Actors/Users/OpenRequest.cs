using Simulator.Actors.Network;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>A request that has not reached its final state.</summary>
internal sealed class OpenRequest(int attempt, byte[] body, KnownNode? node)
{
    public int Attempt => attempt;

    public byte[] Body { get; set; } = body;

    /// <summary>The node it was sent to last; null while it waits for a reading of the registry.</summary>
    public KnownNode? Node { get; set; } = node;

    public TimerId Patience { get; set; }

    /// <summary>A payment was attached; a second 402 is then final.</summary>
    public bool Paid { get; set; }

    /// <summary>What is being signed, or has been.</summary>
    public PaymentIntent? Intent { get; set; }

    /// <summary>The one retry on another node was used.</summary>
    public bool Retried { get; set; }
}
