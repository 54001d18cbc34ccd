namespace milepost {}
