namespace Simulator.Kernel.Benchmarks;

/// <summary>Throws every ball on: to itself by a timer, or to another actor over the link.</summary>
internal sealed class PholdActor(PholdSettings settings, ulong self) : IActor
{
    private static readonly DrawPurpose Target = new("phold.target");
    private static readonly DrawPurpose Delay = new("phold.delay");

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
        Draw target = context.Random.Draw(Target, thrown++);
        var ball = new PholdBall(throws);
        if (target.Chance(settings.RemoteShare))
        {
            // The high half decides where to, the low half whether: they are independent bits of one draw.
            ulong away = 1 + Math.BigMul(target.High, (ulong)settings.Actors - 1, out _);
            context.Tell(new ActorRef((int)((self + away) % (ulong)settings.Actors)), ball);
        }
        else
        {
            SimDuration above = context.Random.Draw(Delay, thrown).Exponential(settings.Mean);
            context.StartTimer(settings.Minimum + above, ball);
        }
    }
}
