namespace Simulator.Kernel.Benchmarks;

/// <summary>Throws every ball on: to itself by a timer, or to another actor over the link.</summary>
internal sealed class PholdActor(PholdSettings settings, ulong self) : IActor
{
    private static readonly DrawPurpose Next = new("phold.next");

    private ulong thrown;

    public void Receive(in Envelope envelope, IActorContext context)
    {
        switch (envelope.Message)
        {
            case PholdBall ball:
                Throw(ball.Throws + 1, context);
                break;
            case Started:
                for (int i = 0; i < settings.Population; i++)
                {
                    Throw(0, context);
                }

                break;
            default:
                throw Invariant.Unreachable(envelope.Message);
        }
    }

    private void Throw(ulong throws, IActorContext context)
    {
        // The high half decides whether to leave, the low half what comes of it: independent bits of one draw.
        Draw draw = context.Random.Draw(Next, thrown++);
        var ball = new PholdBall(throws);
        if (new Draw(draw.High, draw.Low).Chance(settings.RemoteShare))
        {
            ulong away = 1 + Math.BigMul(draw.Low, (ulong)settings.Actors - 1, out _);
            ulong target = self + away;
            ulong actors = (ulong)settings.Actors;
            context.Tell(new ActorRef((int)(target < actors ? target : target - actors)), ball);
        }
        else
        {
            context.StartTimer(settings.Minimum + draw.Exponential(settings.Mean), ball);
        }
    }
}
