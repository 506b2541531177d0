using FsCheck;
using FsCheck.Fluent;

namespace Simulator.Kernel.Tests.Messages;

public sealed class CodecTests
{
    [Fact]
    public void Every_kind_of_field_reads_back_as_it_was_written()
    {
        var writer = new MessageWriter([]);
        writer.Byte(200);
        writer.Boolean(true);
        writer.UInt16(60_000);
        writer.UInt32(4_000_000_000);
        writer.UInt64(ulong.MaxValue);
        writer.Int64(long.MinValue);
        writer.UInt128(UInt128.MaxValue);
        writer.VarUInt(300);
        writer.Bytes([1, 2, 3]);
        writer.Raw([4, 5]);
        writer.Text("Wörter ≤ 120");
        writer.Time(new SimTime(77));
        writer.Duration(new SimDuration(-5));
        writer.Amount(OpgAmount.OneOpg);
        writer.Actor(ActorRef.World);
        writer.Actor(new ActorRef(9));

        var reader = new MessageReader(writer.Written);
        Assert.Equal(200, reader.Byte());
        Assert.True(reader.Boolean());
        Assert.Equal(60_000, reader.UInt16());
        Assert.Equal(4_000_000_000, reader.UInt32());
        Assert.Equal(ulong.MaxValue, reader.UInt64());
        Assert.Equal(long.MinValue, reader.Int64());
        Assert.Equal(UInt128.MaxValue, reader.UInt128());
        Assert.Equal(300UL, reader.VarUInt());
        Assert.Equal([1, 2, 3], reader.Bytes());
        Assert.Equal([4, 5], reader.Raw(2).ToArray());
        Assert.Equal("Wörter ≤ 120", reader.Text());
        Assert.Equal(new SimTime(77), reader.Time());
        Assert.Equal(new SimDuration(-5), reader.Duration());
        Assert.Equal(OpgAmount.OneOpg, reader.Amount());
        Assert.Equal(ActorRef.World, reader.Actor());
        Assert.Equal(new ActorRef(9), reader.Actor());
        reader.End();
    }

    [Fact]
    public void Variable_length_numbers_round_trip_over_their_whole_range() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<ulong>(),
            ArbMap.Default.ArbFor<byte>(),
            static (value, shift) =>
            {
                ulong number = value << (shift % 64);
                var writer = new MessageWriter([]);
                writer.VarUInt(number);
                var reader = new MessageReader(writer.Written);
                return reader.VarUInt() == number && reader.Remaining == 0;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("8000")]
    [InlineData("FFFFFFFFFFFFFFFFFF02")]
    [InlineData("80808080808080808080")]
    [InlineData("80")]
    [InlineData("")]
    public void A_number_in_more_bytes_than_it_needs_or_can_have_is_refused(string hex) =>
        Assert.Throws<MessageFormatException>(() => new MessageReader(Convert.FromHexString(hex)).VarUInt());

    [Fact]
    public void A_length_beyond_the_input_or_the_limit_is_refused_before_anything_is_allocated()
    {
        Assert.Throws<MessageFormatException>(static () => new MessageReader([0xFF, 0xFF, 0xFF, 0x7F]).Bytes());
        Assert.Throws<MessageFormatException>(static () => new MessageReader([3, 1, 2, 3]).Bytes(2));
        Assert.Throws<MessageFormatException>(static () => new MessageReader([2, 0xC3, 0x28]).Text());
    }

    [Fact]
    public void Random_bytes_are_read_or_refused_but_never_anything_else() =>
        Prop.ForAll(ArbMap.Default.ArbFor<ushort>(), ArbMap.Default.ArbFor<byte[]>(), static (number, bytes) =>
        {
            try
            {
                Message message = TestWorld.Catalogue().Read((ushort)(number % 103), bytes);
                return message.ToBytes().AsSpan().SequenceEqual(bytes);
            }
            catch (MessageFormatException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_is_given_once_and_a_retired_one_never()
    {
        MessageCatalogue catalogue = TestWorld.Catalogue();
        Assert.Throws<ArgumentException>(catalogue.Add<Ping>);

        var other = new MessageCatalogue();
        other.Retire(100);
        Assert.Throws<ArgumentException>(other.Add<Ping>);
        Assert.Equal([1, 2, 100, 101], catalogue.All.Select(static entry => (int)entry.Number));
    }

    [Fact]
    public void A_message_that_does_not_survive_its_binary_form_is_found_when_it_is_first_handled()
    {
        var world = new TestWorld();
        ActorRef receiver = world.Add("receiver", static (_, _) => { });
        world.Builder.SendAtStart(receiver, new Forgetful(5));
        MessageCatalogue catalogue = TestWorld.Catalogue();
        catalogue.Add<Forgetful>();

        using Simulation simulation = world.Builder.Build(catalogue, world.Notebook);
        var failure = Assert.Throws<SimulationFailedException>(() => simulation.Run(SimTime.EndOfTime));

        Assert.Contains("Forgetful does not survive its binary form", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Equality_and_copies_of_messages_know_nothing_of_what_the_kernel_remembers()
    {
        var first = new Ping(1);
        Assert.Equal(1, first.WireBytes);
        Ping longer = first with { Number = 300 };

        Assert.Equal(2, longer.WireBytes);
        Assert.Equal(first, new Ping(1));
        Assert.NotEqual(first, longer);
    }

    private sealed record Forgetful(byte Value) : Message, IMessage<Forgetful>
    {
        public static ushort Number => 102;

        public override ushort TypeNumber => Number;

        public static Forgetful Read(ref MessageReader reader)
        {
            reader.Byte();
            return new Forgetful(0);
        }

        public override void Write(ref MessageWriter writer) => writer.Byte(Value);
    }
}
