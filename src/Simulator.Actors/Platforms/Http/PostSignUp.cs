using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Platforms.Http;

/// <summary>POST /signup: an account is asked for.</summary>
/// <param name="Group">What the form says about the person: the user's group in the scenario.</param>
/// <param name="Credit">What is paid in, or what the card covers.</param>
public sealed record PostSignUp(string Group, OpgAmount Credit) : Message, IMessage<PostSignUp>
{
    public static ushort Number => 430;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(Group.Length + 64);

    public static PostSignUp Read(ref MessageReader reader) => new(reader.Text(), reader.Amount());

    public override void Write(ref MessageWriter writer)
    {
        writer.Text(Group);
        writer.Amount(Credit);
    }
}
