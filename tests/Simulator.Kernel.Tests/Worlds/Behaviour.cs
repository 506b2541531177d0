namespace Simulator.Kernel.Tests;

/// <summary>An actor written in the test that uses it.</summary>
internal sealed class Behaviour(Action<Envelope, IActorContext> receive) : IActor
{
    public void Receive(in Envelope envelope, IActorContext context) => receive(envelope, context);
}
