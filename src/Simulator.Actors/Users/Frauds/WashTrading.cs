using Simulator.Actors.Users.Purses;
using Simulator.Kernel;
using Simulator.Records;

namespace Simulator.Actors.Users.Frauds;

/// <summary>Asks nobody but its own nodes and pays them, to draw a reward on the volume. Everything in it is valid.</summary>
internal sealed class WashTrading(PurseSite site) : PermitPurse(site)
{
    private readonly Confession confession = new(site.Settings);

    public override void Begin(OpenRequest request, IActorContext context)
    {
        confession.Say(new RequestId(context.Name, request.Attempt).ToString(), context);
        base.Begin(request, context);
    }
}
