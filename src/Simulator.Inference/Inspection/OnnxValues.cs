namespace Simulator.Inference.Inspection;

/// <summary>Reads the inputs and outputs of a model's graph.</summary>
/// <remarks>Field numbers: onnx.proto of ONNX 1.12. An initialised input is a weight and no question to the asker.</remarks>
public sealed class OnnxValues
{
    // More than any request may carry; the limit keeps a hostile file from filling memory.
    private const int MostValues = 1_000;
    private const int MostDimensions = 64;

    private readonly HashSet<string> initialised = new(StringComparer.Ordinal);
    private readonly List<OnnxValue> inputs = [];
    private readonly List<OnnxValue> outputs = [];
    private bool failed;

    private OnnxValues()
    {
    }

    public IReadOnlyList<OnnxValue> Inputs => [.. inputs.Where(input => !initialised.Contains(input.Name))];

    public IReadOnlyList<OnnxValue> Outputs => outputs;

    /// <summary>Null for a file that is malformed, or declares more than a thousand values.</summary>
    public static OnnxValues? Read(ReadOnlySpan<byte> file)
    {
        OnnxValues values = new();
        ProtobufReader reader = new(file);
        while (!values.failed && reader.Next())
        {
            if (reader.Field == 7)
            {
                values.Graph(reader.Bytes);
            }
        }

        return values.failed || reader.Failed ? null : values;
    }

    private void Graph(ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (!failed && reader.Next())
        {
            switch (reader.Field)
            {
                case 5: initialised.Add(TextOf(reader.Bytes, 8)); break;
                case 11: inputs.Add(Value(reader.Bytes)); break;
                case 12: outputs.Add(Value(reader.Bytes)); break;
            }

            failed |= inputs.Count > MostValues || outputs.Count > MostValues;
        }

        failed |= reader.Failed;
    }

    private string TextOf(ReadOnlySpan<byte> message, int field)
    {
        string text = "";
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            text = reader.Field == field ? reader.Text : text;
        }

        failed |= reader.Failed;
        return text;
    }

    private OnnxValue Value(ReadOnlySpan<byte> message)
    {
        OnnxValue value = new("", 0, null);
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = value with { Name = reader.Text }; break;
                case 2: value = WithType(value, reader.Bytes); break;
            }
        }

        failed |= reader.Failed;
        return value;
    }

    private OnnxValue WithType(OnnxValue value, ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            value = reader.Field == 1 ? WithTensor(value, reader.Bytes) : value;
        }

        failed |= reader.Failed;
        return value;
    }

    private OnnxValue WithTensor(OnnxValue value, ReadOnlySpan<byte> message)
    {
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: value = value with { ElementType = (int)Math.Min(reader.Number, int.MaxValue) }; break;
                case 2: value = value with { Dimensions = Shape(reader.Bytes) }; break;
            }
        }

        failed |= reader.Failed;
        return value;
    }

    private List<long> Shape(ReadOnlySpan<byte> message)
    {
        List<long> sizes = [];
        ProtobufReader reader = new(message);
        while (!failed && reader.Next())
        {
            if (reader.Field == 1)
            {
                sizes.Add(Dimension(reader.Bytes));
            }

            failed |= sizes.Count > MostDimensions;
        }

        failed |= reader.Failed;
        return sizes;
    }

    // A name instead of a number, or neither, is any size; so are the negative numbers that some exporters write.
    private long Dimension(ReadOnlySpan<byte> message)
    {
        long size = -1;
        ProtobufReader reader = new(message);
        while (reader.Next())
        {
            size = reader.Field == 1 ? Math.Max(-1, unchecked((long)reader.Number)) : size;
        }

        failed |= reader.Failed;
        return size;
    }
}
