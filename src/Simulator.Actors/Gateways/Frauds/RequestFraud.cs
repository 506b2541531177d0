using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>A way in which a gateway deceives clients with what it does to their paid requests.</summary>
/// <remarks>Whether a request is an occasion is drawn by its bytes, as in the enclave.</remarks>
internal abstract class RequestFraud(string name, string group, Ratio share)
{
    private readonly Confessions confessions = new(group);

    /// <summary>In how many more requests it cheats.</summary>
    public int Left { get; set; } = int.MaxValue;

    /// <summary>A request is paid for and about to be computed. True when nothing more is to be done about it.</summary>
    /// <param name="request">Who asks what.</param>
    /// <param name="charge">Charges the request's session with the price, and says what was charged.</param>
    /// <param name="context">The gateway's.</param>
    public bool Handles(HeldRequest request, Func<OpgAmount> charge, IActorContext context)
    {
        ulong question = Keccak256.Hash(request.Body).Prefix64;
        return Left > 0 && context.Random.Draw(Draws.NodeFraud, question).Chance(share) && Cheat(request, charge, context);
    }

    /// <summary>True when the client has its reply.</summary>
    protected abstract bool Cheat(HeldRequest request, Func<OpgAmount> charge, IActorContext context);

    protected void Confess(HeldRequest request, OpgAmount charged, IActorContext context)
    {
        Left--;
        confessions.Say(name, request, charged, context);
    }
}
