using Simulator.Kernel;

namespace Simulator.Actors.Planting;

/// <summary>A sound actor behind a flawed context.</summary>
internal sealed class FlawedActor(IActor sound, FlawedContext flaw) : IActor
{
    public void Receive(in Envelope envelope, IActorContext context)
    {
        flaw.Inner = context;
        sound.Receive(envelope, flaw);
    }
}
