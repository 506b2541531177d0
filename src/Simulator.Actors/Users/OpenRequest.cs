using Simulator.Actors.Network;
using Simulator.Actors.Users.Charges;
using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Primitives;

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

    /// <summary>The authorisation that the node may charge it to; null where there is none, or an answer has come.</summary>
    public DrawnAuthorisation? Drawn { get; set; }

    /// <summary>Payments that were signed for nodes which then were given up; each next one has a nonce of its own.</summary>
    public int PaymentsLost { get; set; }

    /// <summary>What the draws of the next payment are about.</summary>
    public ulong PaymentSubject => (uint)Attempt | ((ulong)(uint)PaymentsLost << 32);

    /// <summary>Nodes it was sent to, one after the other, from 1.</summary>
    public int Tries { get; set; }

    /// <summary>How often it was to be tried elsewhere.</summary>
    public int Retries { get; set; }

    /// <summary>When the node was asked first.</summary>
    public SimTime AskedAt { get; set; }

    /// <summary>Runs out when the node has taken too long; null where it has all the time.</summary>
    public TimerId? Deadline { get; set; }

    /// <summary>The user has made up its mind about the node as far as this request goes.</summary>
    public bool Rated { get; set; }

    /// <summary>Connections that the user has closed: whatever still comes from there is not read.</summary>
    public List<ActorRef> Closed { get; } = [];
}
