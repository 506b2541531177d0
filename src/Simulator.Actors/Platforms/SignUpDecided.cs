using Simulator.Actors.Platforms.Http;
using Simulator.Kernel;

namespace Simulator.Actors.Platforms;

/// <summary>The platform has made up its mind about an account.</summary>
/// <param name="Client">Who asked.</param>
/// <param name="SignUp">What it asked.</param>
internal sealed record SignUpDecided(ActorRef Client, PostSignUp SignUp) : Message, IMessage<SignUpDecided>
{
    public static ushort Number => 432;

    public override ushort TypeNumber => Number;

    public static SignUpDecided Read(ref MessageReader reader) => new(reader.Actor(), PostSignUp.Read(ref reader));

    public override void Write(ref MessageWriter writer)
    {
        writer.Actor(Client);
        SignUp.Write(ref writer);
    }
}
